using TerraformPlugin.Values;
using TerraformPlugin.Wire.Json;
using Proto = TerraformPlugin.Wire.Protocol;

namespace CoreHarness.Schemas;

/// <summary>Reads schema messages as core does, with core's rules on what a valid schema is.</summary>
internal static class SchemaReader
{
    /// <param name="message">The schema.</param>
    /// <param name="where">What it is of, such as <c>managed resource type "x"</c>.</param>
    /// <exception cref="CoreRuleViolationException">Core would refuse the schema, and with it the whole provider.</exception>
    public static CoreSchema Read(Proto.Schema? message, string where)
    {
        if (message?.Block is not { } block)
        {
            throw Invalid(where, "missing schema");
        }

        if (message.Version < 0)
        {
            throw Invalid(where, "has invalid negative schema version");
        }

        if (block.BlockTypes.Count > 0)
        {
            throw new NotSupportedException("this harness knows attributes, not nested blocks");
        }

        return new CoreSchema(message.Version, ReadObject(block.Attributes, where, "", inSet: false));
    }

    private static CoreObject ReadObject(IEnumerable<Proto.Schema.Types.Attribute> attributes, string where, string prefix, bool inSet) =>
        new([.. attributes.Select(a => ReadAttribute(a, where, prefix + a.Name, inSet))]);

    private static CoreAttribute ReadAttribute(Proto.Schema.Types.Attribute message, string where, string path, bool inSet)
    {
        if (Problem(message, inSet) is { } problem)
        {
            throw Invalid(where, $"{path}: {problem}");
        }

        var nesting = message.NestedType?.Nesting switch
        {
            null => CoreNesting.None,
            Proto.Schema.Types.Object.Types.NestingMode.Single => CoreNesting.Single,
            Proto.Schema.Types.Object.Types.NestingMode.List => CoreNesting.List,
            Proto.Schema.Types.Object.Types.NestingMode.Set => CoreNesting.Set,
            Proto.Schema.Types.Object.Types.NestingMode.Map => CoreNesting.Map,
            _ => throw Invalid(where, $"{path}: invalid nesting mode"),
        };
        var nested = message.NestedType is null
            ? null
            : ReadObject(message.NestedType.Attributes, where, $"{path}.", inSet || nesting == CoreNesting.Set);
        var type = nesting switch
        {
            CoreNesting.None => TypeConstraint.Read(message.Type.Memory),
            CoreNesting.Single => nested!.Type,
            CoreNesting.List => TfType.List(nested!.Type),
            CoreNesting.Set => TfType.Set(nested!.Type),
            _ => TfType.Map(nested!.Type),
        };
        if (inSet && type == TfType.Dynamic)
        {
            throw Invalid(where, $"{path}: NestingSet attributes may not contain attributes of cty.DynamicPseudoType");
        }

        return new CoreAttribute(message.Name, type, nesting, nested)
        {
            Required = message.Required,
            Optional = message.Optional,
            Computed = message.Computed,
            Sensitive = message.Sensitive,
            WriteOnly = message.WriteOnly,
        };
    }

    private static string? Problem(Proto.Schema.Types.Attribute a, bool inSet) => a switch
    {
        { Required: false, Optional: false, Computed: false } => "must set Optional, Required or Computed",
        { Required: true, Optional: true } => "cannot set both Optional and Required",
        { Required: true, Computed: true } => "cannot set both Computed and Required",
        { NestedType: null, Type.IsEmpty: true } => "either Type or NestedType must be defined",
        { NestedType: not null, Type.IsEmpty: false } => "Type and NestedType cannot both be set",
        { WriteOnly: true } when inSet => "NestingSet attributes may not contain WriteOnly attributes",
        { WriteOnly: true, Computed: true } => "a write-only attribute must be required or optional, not computed",
        { Deprecated: false, DeprecationMessage.Length: > 0 } => "DeprecationMessage must not be set when Deprecated is false",
        _ => null,
    };

    private static CoreRuleViolationException Invalid(string where, string reason) =>
        new("Failed to load plugin schemas", $"provider has invalid schema for {where}, which is a bug in the provider: \"{reason}\".");
}
