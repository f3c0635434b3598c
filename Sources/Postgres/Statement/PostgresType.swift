/// A PostgreSQL type by its object id.
public struct PostgresType: Hashable, Sendable {
    /// The id in `pg_type`.
    public let id: UInt32

    /// The type with this id.
    @inlinable
    public init(id: UInt32) { self.id = id }

    /// The server infers the type from the statement.
    public static var inferred: PostgresType { PostgresType(id: 0) }
    /// The type `boolean`.
    public static var boolean: PostgresType { PostgresType(id: 16) }
    /// The type `bytes`.
    public static var bytes: PostgresType { PostgresType(id: 17) }
    /// The type `name`.
    public static var name: PostgresType { PostgresType(id: 19) }
    /// The type `bigint`.
    public static var bigint: PostgresType { PostgresType(id: 20) }
    /// The type `smallint`.
    public static var smallint: PostgresType { PostgresType(id: 21) }
    /// The type `integer`.
    public static var integer: PostgresType { PostgresType(id: 23) }
    /// The type `text`.
    public static var text: PostgresType { PostgresType(id: 25) }
    /// The type `objectID`.
    public static var objectID: PostgresType { PostgresType(id: 26) }
    /// The type `json`.
    public static var json: PostgresType { PostgresType(id: 114) }
    /// The type `real`.
    public static var real: PostgresType { PostgresType(id: 700) }
    /// The type `double`.
    public static var double: PostgresType { PostgresType(id: 701) }
    /// The type `unknown`.
    public static var unknown: PostgresType { PostgresType(id: 705) }
    /// The type `booleanArray`.
    public static var booleanArray: PostgresType { PostgresType(id: 1000) }
    /// The type `integerArray`.
    public static var integerArray: PostgresType { PostgresType(id: 1007) }
    /// The type `textArray`.
    public static var textArray: PostgresType { PostgresType(id: 1009) }
    /// The type `varcharArray`.
    public static var varcharArray: PostgresType { PostgresType(id: 1015) }
    /// The type `bigintArray`.
    public static var bigintArray: PostgresType { PostgresType(id: 1016) }
    /// The type `doubleArray`.
    public static var doubleArray: PostgresType { PostgresType(id: 1022) }
    /// The type `character`.
    public static var character: PostgresType { PostgresType(id: 1042) }
    /// The type `varchar`.
    public static var varchar: PostgresType { PostgresType(id: 1043) }
    /// The type `date`.
    public static var date: PostgresType { PostgresType(id: 1082) }
    /// The type `timestamp`.
    public static var timestamp: PostgresType { PostgresType(id: 1114) }
    /// The type `timestamptz`.
    public static var timestamptz: PostgresType { PostgresType(id: 1184) }
    /// The type `numeric`.
    public static var numeric: PostgresType { PostgresType(id: 1700) }
    /// The type `uuid`.
    public static var uuid: PostgresType { PostgresType(id: 2950) }
    /// The type `jsonb`.
    public static var jsonb: PostgresType { PostgresType(id: 3802) }
}

extension PostgresType: CustomStringConvertible {
    /// Name of the common types, the id of others.
    public var description: String { Self.names[id] ?? "type \(id)" }

    private static let names: [UInt32: String] = [
        16: "boolean", 17: "bytea", 19: "name", 20: "bigint", 21: "smallint", 23: "integer", 25: "text", 26: "oid", 114: "json", 700: "real",
        701: "double precision", 1000: "boolean[]", 1007: "integer[]", 1009: "text[]", 1015: "varchar[]", 1016: "bigint[]",
        1022: "double precision[]", 1042: "character", 1043: "varchar", 1082: "date", 1114: "timestamp", 1184: "timestamptz",
        1700: "numeric", 2950: "uuid", 3802: "jsonb",
    ]
}
