using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace DocsGenerator;

/// <summary>A type in the registry's words: String, List of String, Attributes List.</summary>
internal static class TypeText
{
    public static string Of(SchemaAttribute attribute) => (attribute.Nested, attribute.Nesting) switch
    {
        (null, _) => Of(attribute.Type),
        (_, NestingMode.Single) => "Attributes",
        (_, var nesting) => $"Attributes {nesting}",
    };

    private static string Of(TfType type) => type switch
    {
        TfCollectionType collection => $"{collection.Kind} of {Of(collection.Element)}",
        TfObjectType => "Object",
        TfTupleType => "Tuple",
        _ when type.Equals(TfType.String) => "String",
        _ when type.Equals(TfType.Number) => "Number",
        _ when type.Equals(TfType.Bool) => "Boolean",
        _ => "Dynamic",
    };
}
