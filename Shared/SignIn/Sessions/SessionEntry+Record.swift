public import Contracts
import Encoding
import Platform

extension SessionEntry {
    /// The entry that a record tells of.
    public init(_ record: SessionRecord) {
        self.init(
            id: record.id, subject: record.subject, beganAt: UnixTime(record.beganAt), seenAt: UnixTime(record.seenAt), endsAt: UnixTime(record.endsAt),
            device: record.device, sealedRefreshToken: record.sealedRefreshToken)
    }

    /// What is told of the entry, in whole seconds.
    public var record: SessionRecord {
        SessionRecord(
            id: id, subject: subject, beganAt: Timestamp(beganAt), seenAt: Timestamp(seenAt), endsAt: Timestamp(endsAt), device: device,
            sealedRefreshToken: sealedRefreshToken)
    }
}

extension UnixTime {
    fileprivate init(_ moment: Timestamp) { self.init(seconds: moment.secondsSinceEpoch) }
}

extension Timestamp {
    init(_ moment: UnixTime) { self.init(secondsSinceEpoch: moment.seconds) }
}
