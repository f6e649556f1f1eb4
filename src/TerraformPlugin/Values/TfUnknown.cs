namespace TerraformPlugin.Values;

/// <summary>
/// A value that is only known after apply. What core already promises of it (its refinement) is kept as it came:
/// core compares an echoed unknown with its own, refinement included.
/// </summary>
public sealed class TfUnknown : TfValue
{
    private readonly byte[] _refinement;

    internal TfUnknown(byte[] refinement) => _refinement = refinement;

    public static TfUnknown Unrefined { get; } = new([]);

    /// <summary>The refinement as its MessagePack map, empty where there is none.</summary>
    public ReadOnlySpan<byte> Refinement => _refinement;

    public override bool IsWhollyKnown => false;

    public override bool Equals(TfValue? other) => other is TfUnknown u && u._refinement.AsSpan().SequenceEqual(_refinement);

    public override int GetHashCode() => 1 + _refinement.Length;

    public override string ToString() => "(known after apply)";
}
