using TerraformPlugin.Values;

namespace CoreHarness.Schemas;

/// <summary>The attributes of an object, and the value type they imply.</summary>
internal sealed class CoreObject(IReadOnlyList<CoreAttribute> attributes)
{
    public IReadOnlyList<CoreAttribute> Attributes { get; } = attributes;

    public TfObjectType Type { get; } = (TfObjectType)TfType.Object(attributes.Select(a => KeyValuePair.Create(a.Name, a.Type)));
}
