using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary><see cref="Attr{TModel,T}.From"/> for what a record may not say, which is null then.</summary>
public static class AttrSource
{
    public static Attr<TModel, T> From<TModel, T, TSource>(this Attr<TModel, T> attribute, Func<TSource, T?> read)
        where TModel : class, new()
        where T : struct
        where TSource : class
    {
        ArgumentNullException.ThrowIfNull(attribute);
        return attribute.From<TSource>(source => Value.OfNullable(read(source)));
    }
}
