extension ErasedField {
    /// What happens to a value between the input and the type.
    struct Checks: Sendable {
        let quick: QuickCheck
        /// Puts the value for an absent member into the slot; false when there is none.
        let fillAbsent: @Sendable (UnsafeMutableRawPointer) -> Bool
        /// Converts an input into the slot; false when a problem was recorded instead.
        let validate: @Sendable (JSONFragment, UnsafeMutableRawPointer, inout ProblemCollector) -> Bool
        /// The input without the secrets of the field's type.
        let redacted: @Sendable (JSONFragment) -> JSONFragment
        /// Whether the field or something in its type is secret.
        let holdsSecrets: @Sendable (inout Set<ObjectIdentifier>) -> Bool
        let takesManyParameters: Bool
        let isNumber: Bool

        init<Value: JSONValue>(_ rules: [Rule<Value.RuleSubject>], _ defaultValue: Value?, isSecret: Bool) {
            quick = QuickCheck(rules, Value.self)
            fillAbsent = { slot in Self.fill(slot, defaultValue ?? Value.valueWhenAbsent) }
            validate = { input, slot, problems in
                let value: Value? = problems.redacting(isSecret) { Self.validated(input, rules, Value.self, &$0) }
                return Self.fill(slot, value)
            }
            redacted = { isSecret ? ProblemCollector.redaction : Value.redacted($0) }
            holdsSecrets = { isSecret || Value.holdsSecrets(&$0) }
            takesManyParameters = Value.takesManyParameters
            isNumber = Value.isNumber
        }

        private static func fill<Value>(_ slot: UnsafeMutableRawPointer, _ value: Value?) -> Bool {
            guard let value else { return false }
            slot.assumingMemoryBound(to: Value.self).initialize(to: value)
            return true
        }

        private static func firstBroken<Value: JSONValue>(_ rules: [Rule<Value.RuleSubject>], _ value: Value) -> Rule<Value.RuleSubject>? {
            guard let subject = value.ruleSubject else { return nil }
            return rules.first { !$0.holds(subject) }
        }

        private static func validated<Value: JSONValue>(
            _ input: JSONFragment, _ rules: [Rule<Value.RuleSubject>], _: Value.Type, _ problems: inout ProblemCollector
        ) -> Value? {
            if input != .null, let violation = rules.lazy.compactMap({ $0.preflight?(input) }).first {
                problems.add(violation.type, violation.message, input: Value.covered(input), ctx: violation.ctx)
                return nil
            }
            guard let value = Value.validate(input, &problems) else { return nil }
            guard let rule = firstBroken(rules, value), let subject = value.ruleSubject else { return value }
            let violation = rule.violation(subject)
            problems.add(violation.type, violation.message, input: Value.covered(input), ctx: violation.ctx)
            return nil
        }
    }

    /// How the fast road checks a value.
    enum QuickCheck: Sendable, Equatable {
        case nothing
        case integer(PlainLimits)
        case length(PlainLimits)
        /// Through the field's closure.
        case rules

        init<Value: JSONValue>(_ rules: [Rule<Value.RuleSubject>], _: Value.Type) {
            let limits = PlainLimits.all(rules.map(\.limits))
            switch limits {
            case _ where rules.isEmpty: self = .nothing
            case let limits? where Value.self == Int.self: self = .integer(limits)
            case let limits? where Value.self == String.self: self = .length(limits)
            default: self = .rules
            }
        }
    }

    /// What the documentation says about the value.
    struct Words: Sendable {
        let schema: @Sendable (inout SchemaRegistry) -> JSONSchema
        let isRequired: Bool
        let defaultValue: JSONFragment?
        let examples: [JSONFragment]

        init<Value: JSONValue>(_ rules: [Rule<Value.RuleSubject>], _ defaultValue: Value?, _ examples: [Value]) {
            let keywords = rules.flatMap(\.keywords)
            schema = { registry in
                var schema = Value.schema(in: &registry)
                schema.constrain(keywords)
                return schema
            }
            isRequired = defaultValue == nil && Value.valueWhenAbsent == nil
            self.defaultValue = defaultValue.map(Self.fragment)
            self.examples = examples.map(Self.fragment)
        }

        /// Through its own text: what a type writes is what the documentation shows.
        private static func fragment(_ value: some JSONValue) -> JSONFragment {
            (try? JSON.parse(JSON.encode(value))) ?? .null
        }
    }
}
