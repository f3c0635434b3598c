public import AWS

/// All that is decided about the use of models, in one place: `--print-policy` and `/api/v1/public/policy` show it. No secret is in it.
///
/// The numbers are the specification's where it names one.
public struct ModelPolicy: Sendable, Equatable {
    /// How much may be used, of all databases together.
    public var limits = UsageLimits()
    /// The part of the application's limits that this database may use, in hundredths; the parts of all databases make 100.
    public var sharePercent = 100
    /// When attempts against the models lead to a block.
    public var block = BlockPolicy()
    /// When a model that failed is asked again: three attempts, a second after the first, twice as long after each further one, with jitter.
    public var retries = RetryPolicy(maximumAttempts: 3, initialDelay: .milliseconds(1_000), factor: 2)
    /// What is taken from users.
    public var prompt = Prompt()
    /// What is taken from models.
    public var answer = Answer()
    /// Who writes. The living models of the makers that the specification names; retired ids are taken too, and their successors used.
    public var text = Models(primary: "anthropic.claude-haiku-4-5-20251001-v1:0", backup: "amazon.nova-lite-v1:0")
    /// Who paints.
    public var images = Models(primary: "stability.stable-image-core-v1:1", backup: "stability.sd3-5-large-v1:0")
    /// How long answers are kept.
    public var cache = Cache()
    /// How long things take at most.
    public var deadlines = Deadlines()
    /// When people are told.
    public var alerts = Alerts()
    /// Bedrock's own guardrail beside ours; nil for ours alone.
    public var secondOpinion: Opinion?

    /// The specification's policy.
    public init() {}

    /// What a second judge may see of one call, in characters. Twice, as it sees a streamed answer in parts that overlap.
    var longestJudged: Int { prompt.maximumCharacters + 2 * answer.maximumCharacters }

    /// What this database may use.
    public var sharedLimits: UsageLimits { limits.share(percent: sharePercent) }
}

extension ModelPolicy {
    /// What is taken from users.
    public struct Prompt: Sendable, Equatable {
        /// Of all that one message quotes, in characters.
        public var maximumCharacters = 2_000
        /// Earlier turns that go with a message, the newest ones,
        public var maximumTurns = 20
        /// and of all of them together so many characters at most: they are judged anew each time.
        public var maximumEarlierCharacters = 8_000
        /// The rules.
        public init() {}
    }

    /// What is taken from models.
    public struct Answer: Sendable, Equatable {
        /// In characters; what is longer is cut at the end of a sentence.
        public var maximumCharacters = 8_000
        /// How often a model is asked to repair what cannot be used.
        public var repairs = 1
        /// The rules.
        public init() {}
    }

    /// Two models, by ids of the table `BedrockModels`.
    public struct Models: Sendable, Equatable {
        /// Asked first.
        public var primary: String
        /// Asked when the first one has failed; nil for none.
        public var backup: String?
        /// Models in their order.
        public init(primary: String, backup: String?) {
            self.primary = primary
            self.backup = backup
        }
    }

    /// How long answers are kept.
    public struct Cache: Sendable, Equatable {
        /// So long an answer is given again without asking.
        public var freshFor = Duration.seconds(86_400)
        /// So long it is given, marked as stale, when no model answers.
        public var staleFor = Duration.seconds(7 * 86_400)
        /// The rules.
        public init() {}
    }

    /// How long things take at most.
    public struct Deadlines: Sendable, Equatable {
        /// An answer in words, with all retries and the backup model: a second less than a route.
        public var text = Duration.seconds(24)
        /// The first text of a streamed answer, at each attempt.
        public var firstText = Duration.seconds(6)
        /// A streamed answer from beginning to end.
        public var stream = Duration.seconds(60)
        /// Pictures, with all retries and the backup model.
        public var image = Duration.seconds(120)
        /// After how long beyond its deadline the permit of a call that nobody settled is free again.
        public var leaseMargin = Duration.seconds(15)
        /// So long a call waits, and a quarter of its time at most, where the application's limits let it pass within that; zero for not at all.
        public var busyPatience = Duration.milliseconds(1_500)
        /// Of a call's time so much is kept for an older answer, for when no model answers.
        public var staleMargin = Duration.seconds(1)
        /// The rules.
        public init() {}
    }

    /// When people are told.
    public struct Alerts: Sendable, Equatable {
        /// A call for words that took longer,
        public var latency = Duration.seconds(10)
        /// and one for a picture.
        public var imageLatency = Duration.seconds(60)
        /// A minute in which so many times as many tokens were used as in the average one of the last hour,
        public var spikeFactor = 5
        /// and at least so many.
        public var spikeTokens = 10_000
        /// At most one message of each kind in so long a time.
        public var interval = Duration.seconds(600)
        /// The rules.
        public init() {}
    }

    /// Bedrock's own guardrail.
    public struct Opinion: Sendable, Equatable {
        /// Which one.
        public var guardrail: GuardrailReference
        /// How long its word is waited for; without it ours counts alone.
        public var patience = Duration.milliseconds(500)
        /// What it costs, in millionths of a US dollar for a text unit of 1,000 characters: content, topics and personal data together, as Amazon's page of
        /// prices had it; unverified.
        public var microUSDPerTextUnit = 400
        /// A guardrail of the account.
        public init(_ guardrail: GuardrailReference) { self.guardrail = guardrail }
    }
}
