using Google.Protobuf;
using TerraformPlugin.Schema;
using TerraformPlugin.Wire.Json;
using Proto = TerraformPlugin.Wire.Protocol;

namespace TerraformPlugin.Server.Schemas;

/// <summary>Schema tables as the protocol's messages.</summary>
internal static class SchemaMessages
{
    public static Proto.Schema ToMessage(this ISchema schema)
    {
        var block = new Proto.Schema.Types.Block
        {
            Description = schema.Description,
            DescriptionKind = Proto.StringKind.Markdown,
            Deprecated = schema.Deprecation is not null,
            DeprecationMessage = schema.Deprecation ?? "",
        };
        block.Attributes.AddRange(schema.Table.Attributes.Select(ToMessage));
        return new Proto.Schema { Version = schema.Version, Block = block };
    }

    private static Proto.Schema.Types.Attribute ToMessage(SchemaAttribute attribute)
    {
        var message = new Proto.Schema.Types.Attribute
        {
            Name = attribute.Name,
            Description = attribute.Description,
            DescriptionKind = Proto.StringKind.Markdown,
            Required = attribute.IsRequired,
            Optional = attribute.IsOptional,
            Computed = attribute.IsComputed,
            Sensitive = attribute.IsSensitive,
            WriteOnly = attribute.IsWriteOnly,
            Deprecated = attribute.Deprecation is not null,
            DeprecationMessage = attribute.Deprecation ?? "",
        };
        if (attribute.Nested is { } nested)
        {
            message.NestedType = new Proto.Schema.Types.Object
            {
                Nesting = attribute.Nesting switch
                {
                    NestingMode.Single => Proto.Schema.Types.Object.Types.NestingMode.Single,
                    NestingMode.List => Proto.Schema.Types.Object.Types.NestingMode.List,
                    NestingMode.Set => Proto.Schema.Types.Object.Types.NestingMode.Set,
                    _ => Proto.Schema.Types.Object.Types.NestingMode.Map,
                },
            };
            message.NestedType.Attributes.AddRange(nested.Attributes.Select(ToMessage));
        }
        else
        {
            message.Type = UnsafeByteOperations.UnsafeWrap(TypeConstraint.Write(attribute.Type));
        }

        return message;
    }
}
