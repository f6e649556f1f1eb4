using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>A line of another model's table, shown by a model that holds that one: what a resource knows, a data source shows.</summary>
internal sealed class PartAttr<TOuter, TModel> : Attr<TOuter>
    where TOuter : class, new()
    where TModel : class, new()
{
    private readonly Attr<TModel> _inner;
    private readonly Func<TOuter, TModel> _part;

    public PartAttr(Attr<TModel> inner, Func<TOuter, TModel> part, string? description)
        : base(inner.Name)
    {
        (_inner, _part) = (inner, part);
        (IsComputed, IsSensitive, Description) = (true, inner.IsSensitive, description ?? inner.Description);
    }

    public override TfType Type => _inner.Type;

    public override IObjectTable? Nested => _inner.Nested;

    public override NestingMode Nesting => _inner.Nesting;

    internal override TfValue EncodeFrom(TOuter model) => _inner.EncodeFrom(_part(model));

    internal override void DecodeInto(TOuter model, TfValue value, AttributePath path) => _inner.DecodeInto(_part(model), value, path);

    internal override void FillFrom(TOuter model, object source) => _inner.FillFrom(_part(model), source);

    internal override string? FindProblem(TfValue known, AttributePath path) => null;

    internal override bool AreSemanticallyEqual(TfValue left, TfValue right) => left.Equals(right);
}
