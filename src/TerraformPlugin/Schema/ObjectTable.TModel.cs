using TerraformPlugin.Values;

namespace TerraformPlugin.Schema;

/// <summary>A model as a table of attributes: at once its schema, its codec and its documentation.</summary>
public sealed class ObjectTable<TModel> : ValueCodec<TModel>, IObjectTable
    where TModel : class, new()
{
    private readonly Attr<TModel>[] _attributes;
    private readonly int[] _wireOrder;

    public ObjectTable(params Attr<TModel>[] attributes)
    {
        _attributes = attributes;
        ObjectType = (TfObjectType)TfType.Object(attributes.Select(a => KeyValuePair.Create(a.Name, a.Type)));
        _wireOrder = Array.ConvertAll(attributes, a => ObjectType.IndexOf(a.Name));
    }

    public IReadOnlyList<SchemaAttribute> Attributes => _attributes;

    public TfObjectType ObjectType { get; }

    public override TfType Type => ObjectType;

    /// <summary>A plan made true: what was known in it as planned, what was unknown as it turned out to be.</summary>
    public TModel Complete(TModel plan, TModel actual)
    {
        var completed = new TModel();
        foreach (var attribute in _attributes)
        {
            var planned = attribute.EncodeFrom(plan);
            attribute.DecodeInto(completed, planned.IsWhollyKnown ? planned : attribute.EncodeFrom(actual), AttributePath.Of(attribute.Name));
        }

        return completed;
    }

    /// <summary>Whether nothing in a model is unknown.</summary>
    public bool IsWhollyKnown(TModel model) => Array.TrueForAll(_attributes, a => a.EncodeFrom(model).IsWhollyKnown);

    /// <summary>Gives every attribute of one model the value it has in another.</summary>
    public void Assign(TModel target, TModel source)
    {
        foreach (var attribute in _attributes)
        {
            attribute.DecodeInto(target, attribute.EncodeFrom(source), AttributePath.Of(attribute.Name));
        }
    }

    /// <summary>Fills in every attribute that is read from such a record (<see cref="Attr{TModel,T}.From"/>).</summary>
    public void Fill(TModel model, object source) => Array.ForEach(_attributes, attribute => attribute.FillFrom(model, source));

    /// <summary>
    /// What the provider computes and nobody knows yet becomes unknown: it is null in the plan as it was in the state. So it is inside of nested
    /// objects that users write. For what is not wholly there, such as an order that is not delivered.
    /// </summary>
    public void LeaveOpen(TModel plan, TModel prior)
    {
        foreach (var attribute in _attributes)
        {
            var planned = attribute.EncodeFrom(plan);
            var open = OpenValues.LeaveOpen(attribute, planned, attribute.EncodeFrom(prior));
            if (!open.Equals(planned))
            {
                attribute.DecodeInto(plan, open, AttributePath.Of(attribute.Name));
            }
        }
    }

    /// <summary>The line of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Attr<TModel> this[string name] =>
        Array.Find(_attributes, a => a.Name == name) ?? throw new ArgumentException($"There is no attribute \"{name}\".", nameof(name));

    /// <summary>A copy that shares nothing that can change.</summary>
    public TModel Copy(TModel model) => Complete(model, model);

    internal override TfValue EncodeKnown(TModel value)
    {
        var values = new TfValue[_attributes.Length];
        for (var i = 0; i < _attributes.Length; i++)
        {
            values[_wireOrder[i]] = _attributes[i].EncodeFrom(value);
        }

        return new TfMapping((string[])ObjectType.Names, values);
    }

    internal override TModel DecodeKnown(TfValue value, AttributePath path)
    {
        var mapping = (TfMapping)value;
        var model = new TModel();
        for (var i = 0; i < _attributes.Length; i++)
        {
            _attributes[i].DecodeInto(model, mapping.Values[_wireOrder[i]], path.Attribute(_attributes[i].Name));
        }

        return model;
    }
}
