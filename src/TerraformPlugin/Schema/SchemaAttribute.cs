using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>One attribute: its name and type, who sets it, and how it behaves in a plan.</summary>
public abstract class SchemaAttribute
{
    private protected SchemaAttribute(string name) => Name = name;

    public string Name { get; }

    public abstract TfType Type { get; }

    /// <summary>The attributes of the nested object, where this holds one or many.</summary>
    public virtual IObjectTable? Nested => null;

    public virtual NestingMode Nesting => NestingMode.Single;

    public bool IsRequired { get; private protected set; }

    public bool IsOptional { get; private protected set; }

    public bool IsComputed { get; private protected set; }

    public bool IsSensitive { get; private protected set; }

    public bool IsWriteOnly { get; private protected set; }

    /// <summary>Why it should no longer be used and what to use; null where it is current.</summary>
    public string? Deprecation { get; private protected set; }

    /// <summary>What it is, in Markdown, with its unit.</summary>
    public string Description { get; private protected set; } = "";

    /// <summary>What it is where the configuration is silent.</summary>
    public TfValue? DefaultValue { get; private protected set; }

    /// <summary>Whether a change of another attribute leaves its value as it was.</summary>
    public bool UsesStateForUnknown { get; private protected set; }

    /// <summary>Whether a change replaces the resource.</summary>
    public bool ForcesReplacement { get; private protected set; }

    /// <summary>What is wrong with a known value of the configuration; null where nothing is.</summary>
    internal abstract string? FindProblem(TfValue known, AttributePath path);

    /// <summary>Whether two known values mean the same, though they are written differently.</summary>
    internal abstract bool AreSemanticallyEqual(TfValue left, TfValue right);
}
