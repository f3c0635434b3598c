"""The rule of `conftest.py` proves itself: a test that looks away is caught, and one that looks is not."""

from templates import Templates, leaves


def document() -> dict:
    return {"One": {"Resources": {"Bucket": {"Type": "AWS::S3::Bucket", "Properties": {"BucketName": "kept", "Versioned": True, "Days": 7}}}}}


def test_reading_is_recorded_and_changing_is_undone() -> None:
    templates = Templates(document())
    bucket = templates["One"].only("AWS::S3::Bucket", BucketName="kept")
    assert bucket["Days"] == 7
    place = ("One", "Resources", "Bucket")
    assert templates.reads == {(*place, "Type"), (*place, "Properties", "BucketName"), (*place, "Properties", "Days")}
    for leaf in leaves((), document()):
        with templates.changed(leaf):
            assert templates.documents != document()
        assert templates.documents == document()


def test_comparing_reads_all_that_is_below() -> None:
    templates = Templates(document())
    assert templates["One"].only("AWS::S3::Bucket") == {"BucketName": "kept", "Versioned": True, "Days": 7}
    assert len(templates.reads) == 4


def test_looking_something_up_is_not_holding_it() -> None:
    templates = Templates(document())
    with templates.unrecorded():
        assert templates["One"].only("AWS::S3::Bucket")["Versioned"] is True
    assert templates.reads == set()
