using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>An attribute with its author's type; every method returns the attribute itself.</summary>
public sealed class Attr<TModel, T> : Attr<TModel>
    where TModel : class, new()
    where T : notnull
{
    private readonly ValueCodec<T> _codec;
    private readonly Func<TModel, Value<T>> _get;
    private readonly Action<TModel, Value<T>> _set;
    private readonly List<Func<T, string?>> _validators = [];
    private Func<T, T, bool>? _meanSame;

    internal Attr(
        string name,
        ValueCodec<T> codec,
        Func<TModel, Value<T>> get,
        Action<TModel, Value<T>> set,
        IObjectTable? nested = null,
        NestingMode nesting = NestingMode.Single)
        : base(name) => (_codec, _get, _set, Nested, Nesting) = (codec, get, set, nested, nesting);

    public override TfType Type => _codec.Type;

    public override IObjectTable? Nested { get; }

    public override NestingMode Nesting { get; }

    public Attr<TModel, T> Required() => With(() => IsRequired = true);

    public Attr<TModel, T> Optional() => With(() => IsOptional = true);

    public Attr<TModel, T> Computed() => With(() => IsComputed = true);

    public Attr<TModel, T> Sensitive() => With(() => IsSensitive = true);

    /// <summary>The value is never in a plan or in state.</summary>
    public Attr<TModel, T> WriteOnly() => With(() => IsWriteOnly = true);

    public Attr<TModel, T> Deprecated(string message) => With(() => Deprecation = message);

    public Attr<TModel, T> Describe(string markdown) => With(() => Description = markdown);

    /// <summary>What it is where the configuration is silent; makes it optional and computed.</summary>
    public Attr<TModel, T> Default(T value) => With(() => (DefaultValue, IsOptional, IsComputed) = (_codec.EncodeKnown(value), true, true));

    /// <summary>A change of another attribute leaves its value as it was, so a plan keeps showing it.</summary>
    public Attr<TModel, T> Stable() => With(() => IsStable = true);

    public Attr<TModel, T> RequiresReplace() => With(() => ForcesReplacement = true);

    /// <summary>A check of a known configured value: what is wrong, what is allowed and what to do; null where nothing is wrong.</summary>
    public Attr<TModel, T> Validate(Func<T, string?> findProblem) => With(() => _validators.Add(findProblem));

    /// <summary>When a configured value means what the state already holds: the plan then keeps the state's, and shows no change.</summary>
    public Attr<TModel, T> SameWhen(Func<T, T, bool> meanSame) => With(() => _meanSame = meanSame);

    internal override TfValue EncodeFrom(TModel model) => _codec.Encode(_get(model));

    internal override void DecodeInto(TModel model, TfValue value, AttributePath path) => _set(model, _codec.Decode(value, path));

    internal override string? FindProblem(TfValue known, AttributePath path)
    {
        var value = _codec.DecodeKnown(known, path);
        return _validators.Select(v => v(value)).FirstOrDefault(problem => problem is not null);
    }

    internal override bool MeanSame(TfValue left, TfValue right) =>
        left.Equals(right)
        || (_meanSame is not null && _meanSame(_codec.DecodeKnown(left, AttributePath.Root), _codec.DecodeKnown(right, AttributePath.Root)));

    private Attr<TModel, T> With(Action change)
    {
        change();
        return this;
    }
}
