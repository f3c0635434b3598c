import AWS
import Encoding

/// A model that may be asked, and what it costs: exact, in millionths of a US dollar, rounded up.
struct PricedModel: Sendable, Equatable {
    /// As logs and metrics name it.
    let id: String
    /// As it is asked for, with the geography of the configured id.
    let invocationID: String
    private let input: Decimal
    private let output: Decimal
    private let image: Decimal

    /// What so many tokens cost. Dollars for a million tokens are millionths of a dollar for one.
    func cost(input inputTokens: Int, output outputTokens: Int) -> Int {
        let exponent = min(input.exponent, output.exponent, 0)
        let sum = input.scaled(to: exponent) * Int128(max(0, inputTokens)) + output.scaled(to: exponent) * Int128(max(0, outputTokens))
        return Self.roundedUp(sum, exponent)
    }

    /// What so many pictures cost.
    func cost(images: Int) -> Int {
        let exponent = min(image.exponent, 0)
        return Self.roundedUp(image.scaled(to: exponent) * Int128(max(0, images)) * 1_000_000, exponent)
    }

    private static func roundedUp(_ value: Int128, _ exponent: Int) -> Int {
        let unit = Int128.power(-exponent)
        return Int(clamping: (value + unit - 1) / unit)
    }
}

extension PricedModel {
    /// The model of a configured id, and a sentence for the log when there is something to say of it.
    static func find(_ configured: String, _ kind: BedrockModel.Kind) throws(ModelPolicyError) -> (model: PricedModel, warning: String?) {
        guard let asked = BedrockModels.model(configured), let (found, warning) = BedrockModels.resolve(configured) else {
            throw .unknownModel(configured)
        }
        guard found.kind == kind else { throw .wrongKind(configured, needed: kind.rawValue) }
        guard let price = found.price, price.currency == "USD", price.isComplete(for: kind) else { throw .unknownPrice(found.id) }
        let geography = configured.dropLast(asked.id.count), none = Decimal(0)
        let model = PricedModel(
            id: found.id, invocationID: geography + found.id, input: price.inputPerMillionTokens ?? none, output: price.outputPerMillionTokens ?? none,
            image: price.perImage ?? none)
        return (model, warning)
    }
}

extension BedrockPrice {
    fileprivate func isComplete(for kind: BedrockModel.Kind) -> Bool {
        switch kind {
        case .text: inputPerMillionTokens.isPrice && outputPerMillionTokens.isPrice
        case .image: perImage.isPrice
        }
    }
}

extension Decimal? {
    /// Within what can be counted exactly.
    fileprivate var isPrice: Bool { map { $0.coefficient > 0 && (-9...6).contains($0.exponent) && $0.digitCount <= 12 } ?? false }
}

extension Decimal {
    /// The number in units of a smaller power of ten.
    fileprivate func scaled(to exponent: Int) -> Int128 { coefficient * .power(self.exponent - exponent) }
}

extension Int128 {
    fileprivate static func power(_ exponent: Int) -> Int128 { (0..<exponent).reduce(1) { product, _ in product * 10 } }
}

/// Why no model can be asked as it is configured; found at start-up.
public enum ModelPolicyError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The id is not in the table.
    case unknownModel(String)
    /// It makes something else.
    case wrongKind(String, needed: String)
    /// Without its price no budget can be kept.
    case unknownPrice(String)
    /// Not 1 to 100.
    case invalidShare(Int)

    /// What to change.
    public var description: String {
        switch self {
        case .unknownModel(let id): "\(id) is not in the table of models: choose one that is, or add it with its price"
        case .wrongKind(let id, let needed): "\(id) is no model for \(needed)"
        case .unknownPrice(let id): "the table of models has no price in USD for \(id), and without it no budget can be kept"
        case .invalidShare(let percent): "a database's share of the limits is 1 to 100 %, not \(percent)"
        }
    }
}
