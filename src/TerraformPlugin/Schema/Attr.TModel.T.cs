using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>An attribute with its author's type; every method returns the attribute itself.</summary>
public sealed class Attr<TModel, T> : Attr<TModel>
    where TModel : class, new()
    where T : notnull
{
    private readonly ValueCodec<T> _codec;
    private readonly Slot<TModel, T> _slot;
    private readonly List<Func<T, string?>> _validators = [];
    private Func<T, T, bool>? _areSemanticallyEqual;
    private Func<object, Value<T>?>? _source;

    internal Attr(string name, ValueCodec<T> codec, Slot<TModel, T> slot, IObjectTable? nested = null, NestingMode nesting = NestingMode.Single)
        : base(name) => (_codec, _slot, Nested, Nesting) = (codec, slot, nested, nesting);

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
    public Attr<TModel, T> UseStateForUnknown() => With(() => UsesStateForUnknown = true);

    public Attr<TModel, T> RequiresReplace() => With(() => ForcesReplacement = true);

    /// <summary>A check of a known configured value: what is wrong, what is allowed and what to do; null where nothing is wrong.</summary>
    public Attr<TModel, T> Validate(Func<T, string?> findProblem) => With(() => _validators.Add(findProblem));

    /// <summary>When a configured value means what the state already holds: the plan then keeps the state's, and shows no change.</summary>
    public Attr<TModel, T> SemanticEquals(Func<T, T, bool> meanSame) => With(() => _areSemanticallyEqual = meanSame);

    /// <summary>Where it is read from: a record of the API's, or whatever else is given to <see cref="ObjectTable{TModel}.Fill"/>.</summary>
    public Attr<TModel, T> From<TSource>(Func<TSource, Value<T>> read)
        where TSource : class => With(() => _source = record => record is TSource source ? read(source) : null);

    internal override TfValue EncodeFrom(TModel model) => _codec.Encode(_slot(model));

    internal override void DecodeInto(TModel model, TfValue value, AttributePath path) => _slot(model) = _codec.Decode(value, path);

    internal override void FillFrom(TModel model, object source)
    {
        if (_source?.Invoke(source) is { } value)
        {
            _slot(model) = value;
        }
    }

    internal override string? FindProblem(TfValue known, AttributePath path)
    {
        var value = _codec.DecodeKnown(known, path);
        return _validators.Select(v => v(value)).FirstOrDefault(problem => problem is not null);
    }

    internal override bool AreSemanticallyEqual(TfValue left, TfValue right) =>
        left.Equals(right)
        || (_areSemanticallyEqual is not null
            && _areSemanticallyEqual(_codec.DecodeKnown(left, AttributePath.Root), _codec.DecodeKnown(right, AttributePath.Root)));

    private Attr<TModel, T> With(Action change)
    {
        change();
        return this;
    }
}
