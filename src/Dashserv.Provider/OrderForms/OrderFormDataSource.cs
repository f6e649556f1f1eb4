using Dashserv.Api.Models;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Ordering;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider.OrderForms;

/// <summary><c>data "dashserv_order_form"</c>.</summary>
internal sealed class OrderFormDataSource(CurrentSession current) : DataSource<OrderFormModel>
{
    public override Schema<OrderFormModel> Schema { get; } = new(
        "The live order form of a product: locations, periods, packages and options, with what is allowed.", OrderFormModel.Table);

    protected override async Task ReadAsync(DataContext<OrderFormModel> context)
    {
        var form = await new OrderPreparation(current.Session.Catalogue, context.Diagnostics, context.CancellationToken).FormAsync(context.State.Product.Known);
        var state = context.State;
        state.DisplayName = Value.OfNullable(form.DisplayName);
        state.Type = form.HasPackages ? "packages" : "options";
        state.Available = form.IsAvailable;
        state.DefaultPeriod = Value.OfNullable(form.DefaultPeriod);
        state.Locations = All(form.Locations, l => new FormLocationModel
        {
            Id = l.Uuid,
            Name = Value.OfNullable(l.Name),
            Country = Value.OfNullable(l.Country),
            PriceMultiplier = l.PriceMultiplier,
        });
        state.Periods = All(form.Periods, p => new FormPeriodModel
        {
            Id = p.Uuid,
            Name = Value.OfNullable(p.DisplayName),
            LengthSeconds = Value.OfNullable(p.LengthSeconds),
        });
        state.Packages = All(form.Packages, p => new FormPackageModel
        {
            Name = p.Name,
            Cost = p.Cost,
            Content = Value.Known<IReadOnlyDictionary<string, Value<string>>>(p.Content.ToDictionary(e => e.Key, e => (Value<string>)e.Value)),
        });
        state.Options = All(form.Options, ToModel);
    }

    private static FormOptionModel ToModel(FormOption option) => new()
    {
        Name = option.Name,
        Kind = option.KindWord ?? option.Kind.ToString().ToLowerInvariant(),
        Changeable = option.IsChangeable,
        Visible = option.IsVisible,
        Min = Value.OfNullable(option.Min),
        Max = Value.OfNullable(option.Max),
        Step = Value.OfNullable(option.Step),
        Suffix = Value.OfNullable(option.Suffix),
        Choices = All(option.Choices, c => new FormChoiceModel { Value = c.Value, Display = c.Display, Cost = c.Cost }),
    };

    private static Value<IReadOnlyList<Value<TModel>>> All<T, TModel>(IReadOnlyList<T> items, Func<T, TModel> map)
        where TModel : class => Value.Known<IReadOnlyList<Value<TModel>>>([.. items.Select(item => Value.Known(map(item)))]);
}
