using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>One line of a model's table, and the makers of such lines: name and slot; the rest is said fluently.</summary>
/// <typeparam name="TModel">The model the attribute is part of.</typeparam>
public abstract class Attr<TModel>(string name) : SchemaAttribute(name)
    where TModel : class, new()
{
    internal abstract TfValue EncodeFrom(TModel model);

    internal abstract void DecodeInto(TModel model, TfValue value, AttributePath path);

    /// <summary>Fills in what a record says, if it is of the type that this attribute is read from.</summary>
    internal abstract void FillFrom(TModel model, object source);

    /// <summary>The same line, computed, in the table of a model that holds this one.</summary>
    /// <param name="part">Where the other model holds it.</param>
    /// <param name="description">Another description; null keeps it.</param>
    public Attr<TOuter> Within<TOuter>(Func<TOuter, TModel> part, string? description = null)
        where TOuter : class, new() => new PartAttr<TOuter, TModel>(this, part, description);

    public static Attr<TModel, string> Text(string name, Slot<TModel, string> slot) => new(name, Codecs.Text, slot);

    public static Attr<TModel, bool> Bool(string name, Slot<TModel, bool> slot) => new(name, Codecs.Bool, slot);

    public static Attr<TModel, TfNumber> Number(string name, Slot<TModel, TfNumber> slot) => new(name, Codecs.Number, slot);

    public static Attr<TModel, long> Integer(string name, Slot<TModel, long> slot) => new(name, Codecs.Integer, slot);

    public static Attr<TModel, decimal> Decimal(string name, Slot<TModel, decimal> slot) => new(name, Codecs.Decimal, slot);

    /// <summary>An attribute of any type that the <see cref="Codecs"/> can put together.</summary>
    public static Attr<TModel, T> Of<T>(string name, ValueCodec<T> codec, Slot<TModel, T> slot)
        where T : notnull => new(name, codec, slot);

    public static Attr<TModel, T> Single<T>(string name, ObjectTable<T> nested, Slot<TModel, T> slot)
        where T : class, new() => new(name, nested, slot, nested, NestingMode.Single);

    public static Attr<TModel, IReadOnlyList<Value<T>>> NestedList<T>(string name, ObjectTable<T> nested, Slot<TModel, IReadOnlyList<Value<T>>> slot)
        where T : class, new() => new(name, Codecs.List(nested), slot, nested, NestingMode.List);

    public static Attr<TModel, IReadOnlyList<Value<T>>> NestedSet<T>(string name, ObjectTable<T> nested, Slot<TModel, IReadOnlyList<Value<T>>> slot)
        where T : class, new() => new(name, Codecs.Set(nested), slot, nested, NestingMode.Set);

    public static Attr<TModel, IReadOnlyDictionary<string, Value<T>>> NestedMap<T>(
        string name, ObjectTable<T> nested, Slot<TModel, IReadOnlyDictionary<string, Value<T>>> slot)
        where T : class, new() => new(name, Codecs.Map(nested), slot, nested, NestingMode.Map);
}
