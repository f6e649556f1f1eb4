using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>One line of a model's table, and the makers of such lines: name, getter, setter; the rest is said fluently.</summary>
/// <typeparam name="TModel">The model the attribute is part of.</typeparam>
public abstract class Attr<TModel>(string name) : SchemaAttribute(name)
    where TModel : class, new()
{
    internal abstract TfValue EncodeFrom(TModel model);

    internal abstract void DecodeInto(TModel model, TfValue value, AttributePath path);

    public static Attr<TModel, string> Text(string name, Func<TModel, Value<string>> get, Action<TModel, Value<string>> set) =>
        new(name, Codecs.Text, get, set);

    public static Attr<TModel, bool> Bool(string name, Func<TModel, Value<bool>> get, Action<TModel, Value<bool>> set) =>
        new(name, Codecs.Bool, get, set);

    public static Attr<TModel, TfNumber> Number(string name, Func<TModel, Value<TfNumber>> get, Action<TModel, Value<TfNumber>> set) =>
        new(name, Codecs.Number, get, set);

    public static Attr<TModel, long> Integer(string name, Func<TModel, Value<long>> get, Action<TModel, Value<long>> set) =>
        new(name, Codecs.Integer, get, set);

    public static Attr<TModel, decimal> Decimal(string name, Func<TModel, Value<decimal>> get, Action<TModel, Value<decimal>> set) =>
        new(name, Codecs.Decimal, get, set);

    /// <summary>An attribute of any type that the <see cref="Codecs"/> can put together.</summary>
    public static Attr<TModel, T> Of<T>(string name, ValueCodec<T> codec, Func<TModel, Value<T>> get, Action<TModel, Value<T>> set)
        where T : notnull => new(name, codec, get, set);

    public static Attr<TModel, T> Single<T>(string name, ObjectTable<T> nested, Func<TModel, Value<T>> get, Action<TModel, Value<T>> set)
        where T : class, new() => new(name, nested, get, set, nested, NestingMode.Single);

    public static Attr<TModel, IReadOnlyList<Value<T>>> NestedList<T>(
        string name, ObjectTable<T> nested, Func<TModel, Value<IReadOnlyList<Value<T>>>> get, Action<TModel, Value<IReadOnlyList<Value<T>>>> set)
        where T : class, new() => new(name, Codecs.List(nested), get, set, nested, NestingMode.List);

    public static Attr<TModel, IReadOnlyList<Value<T>>> NestedSet<T>(
        string name, ObjectTable<T> nested, Func<TModel, Value<IReadOnlyList<Value<T>>>> get, Action<TModel, Value<IReadOnlyList<Value<T>>>> set)
        where T : class, new() => new(name, Codecs.Set(nested), get, set, nested, NestingMode.Set);

    public static Attr<TModel, IReadOnlyDictionary<string, Value<T>>> NestedMap<T>(
        string name,
        ObjectTable<T> nested,
        Func<TModel, Value<IReadOnlyDictionary<string, Value<T>>>> get,
        Action<TModel, Value<IReadOnlyDictionary<string, Value<T>>>> set)
        where T : class, new() => new(name, Codecs.Map(nested), get, set, nested, NestingMode.Map);
}
