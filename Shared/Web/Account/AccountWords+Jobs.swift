extension AccountWords {
    static let data = Phrase("Your data", "データのダウンロード")
    static let dataHint = Phrase(
        "You can have a copy of everything we hold about you, in one JSON file: words, reviews, haiku, exercises, sessions.",
        "お預かりしているすべてのデータ（単語、学習の記録、俳句、練習、セッション）を、ひとつのJSONファイルとしてダウンロードできます。")
    static let askExport = Phrase("Prepare my data", "データを準備する")
    static let askAgain = Phrase("Try again", "もう一度試す")
    static let exportAsked = Phrase("Your data will be gathered in a moment. Asked for", "まもなくデータの準備を始めます。受付：")
    static let exportWorking = Phrase("We are gathering your data. You can leave this page meanwhile.", "データを準備しています。このページを離れても作業は続きます。")
    static let download = Phrase("Download", "ダウンロードする")
    static let until = Phrase("Ready until", "ダウンロード期限：")
    static let exportFailed = Phrase("Your data could not be gathered.", "データを準備できませんでした。")
    static let lookAgain = Phrase("Look again", "最新の状態を見る")

    static let deletion = Phrase("Delete your account", "アカウントの削除")
    static let deletionMeaning = Phrase(
        """
        <p>Everything is deleted in all four apps: your words, reviews, haiku, pictures and exercises, and then the account itself. \
        Nobody can bring it back. You may want to download your data first.</p>
        """,
        """
        <p>4つのアプリすべてから、単語、学習の記録、俳句、画像、練習のデータを削除し、最後にアカウントを削除します。\
        削除したデータは元に戻せません。必要な場合は、先にデータをダウンロードしてください。</p>
        """)
    static let deletionFold = Phrase("I want to delete my account", "アカウントを削除する手続きへ")
    static let delete = Phrase("Delete everything for good", "すべてのデータを完全に削除する")
    static let deleting = Phrase("Sending …", "送信しています…")
    static let deletionAsked = Phrase("Your account will be deleted in a moment. Asked for", "まもなくアカウントの削除を始めます。受付：")
    static let deletionWorking = Phrase("Your account is being deleted. You will be signed out.", "アカウントを削除しています。完了するとサインアウトします。")
    static let deletionFailed = Phrase(
        "The deletion stopped before its end. Ask for it again: it goes on where it stopped.", "削除の途中で問題が発生しました。もう一度お試しいただくと、続きから削除します。")

    static func typeAddress(_ email: String) -> Phrase {
        Phrase(
            "To confirm, type your e-mail address: <strong>\(.address(email))</strong>",
            "確認のため、メールアドレスを入力してください：<strong>\(.address(email))</strong>")
    }
}
