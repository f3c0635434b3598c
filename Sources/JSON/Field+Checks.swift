extension ErasedField {
    /// What happens to a value between the input and the type.
    struct Checks: Sendable {
        /// Whether the value in the slot meets every rule; nil where there are none.
        let holds: (@Sendable (UnsafeRawPointer) -> Bool)?
        /// Puts the value for an absent member into the slot; false when there is none.
        let fillAbsent: @Sendable (UnsafeMutableRawPointer) -> Bool
        /// Converts an input into the slot; false when a problem was recorded instead.
        let validate: @Sendable (JSONFragment, UnsafeMutableRawPointer, inout ProblemCollector) -> Bool
        /// The input without the secrets of the field's type.
        let redacted: @Sendable (JSONFragment) -> JSONFragment
        let takesManyParameters: Bool

        init<Value: JSONValue>(_ rules: [Rule<Value.RuleSubject>], _ defaultValue: Value?, isSecret: Bool) {
            let check: @Sendable (UnsafeRawPointer) -> Bool = { slot in
                Self.firstBroken(rules, slot.assumingMemoryBound(to: Value.self).pointee) == nil
            }
            holds = rules.isEmpty ? nil : check
            fillAbsent = { slot in Self.fill(slot, defaultValue ?? Value.valueWhenAbsent) }
            validate = { input, slot, problems in
                let value: Value? = problems.redacting(isSecret) { Self.validated(input, rules, Value.self, &$0) }
                return Self.fill(slot, value)
            }
            redacted = { isSecret ? ProblemCollector.redaction : Value.redacted($0) }
            takesManyParameters = Value.takesManyParameters
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
            guard let value = Value.validate(input, &problems) else { return nil }
            guard let rule = firstBroken(rules, value), let subject = value.ruleSubject else { return value }
            let violation = rule.violation(subject)
            problems.add(violation.type, violation.message, input: Value.redacted(input), ctx: violation.ctx)
            return nil
        }
    }

    /// What the documentation says about the value.
    struct Words: Sendable {
        let schema: @Sendable (inout SchemaRegistry) -> JSONSchema
        let isRequired: Bool
        let defaultValue: JSONFragment?
        let example: JSONFragment?

        init<Value: JSONValue>(_ rules: [Rule<Value.RuleSubject>], _ defaultValue: Value?, _ example: Value?) {
            let keywords = rules.flatMap(\.keywords)
            schema = { registry in
                var schema = Value.schema(in: &registry)
                schema.constrain(keywords)
                return schema
            }
            isRequired = defaultValue == nil && Value.valueWhenAbsent == nil
            self.defaultValue = defaultValue.map(Self.fragment)
            self.example = example.map(Self.fragment)
        }

        /// Through its own text: what a type writes is what the documentation shows.
        private static func fragment(_ value: some JSONValue) -> JSONFragment {
            (try? JSON.parse(JSON.encode(value))) ?? .null
        }
    }
}
