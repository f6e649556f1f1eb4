using TerraformPlugin.Values;

namespace CoreHarness.Schemas;

/// <summary>What core itself says of a configuration before it asks the provider. Of a required argument it only sees that it is written: null
/// passes.</summary>
internal static class ConfigRules
{
    public static void Check(CoreObject type, TfValue config, AttributePath path, Diagnostics diagnostics)
    {
        if (config is not TfMapping block)
        {
            return;
        }

        foreach (var attribute in type.Attributes)
        {
            var value = block[attribute.Name];
            var at = path.Attribute(attribute.Name);
            if (attribute is { Required: false, Optional: false } && !value.IsNull)
            {
                diagnostics.Error(
                    at, "Invalid Configuration for Read-Only Attribute", $"Cannot set value for this attribute as the provider has marked it as read-only.");
            }

            CheckNested(attribute, value, at, diagnostics);
        }
    }

    private static void CheckNested(CoreAttribute attribute, TfValue value, AttributePath path, Diagnostics diagnostics)
    {
        switch (attribute.Nesting, value)
        {
            case (CoreNesting.Single, TfMapping):
                Check(attribute.Nested!, value, path, diagnostics);
                break;
            case (CoreNesting.Map, TfMapping map):
                foreach (var key in map.Keys)
                {
                    Check(attribute.Nested!, map[key], path.Key(key), diagnostics);
                }

                break;
            case (CoreNesting.List or CoreNesting.Set, TfSequence sequence):
                for (var i = 0; i < sequence.Elements.Count; i++)
                {
                    Check(attribute.Nested!, sequence.Elements[i], attribute.Nesting == CoreNesting.Set ? path : path.Index(i), diagnostics);
                }

                break;
        }
    }
}
