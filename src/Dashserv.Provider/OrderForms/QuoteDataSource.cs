using Dashserv.Provider.Configuration;
using Dashserv.Provider.Ordering;
using Dashserv.Provider.Ordering.Matching;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace Dashserv.Provider.OrderForms;

/// <summary><c>data "dashserv_quote"</c>.</summary>
internal sealed class QuoteDataSource(CurrentSession current) : DataSource<QuoteDataModel>
{
    public override Schema<QuoteDataModel> Schema { get; } = new("What an order would cost. Nothing is ordered.", QuoteDataModel.Table);

    protected override async Task ReadAsync(DataContext<QuoteDataModel> context)
    {
        var state = context.State;
        var arguments = new OrderArguments
        {
            Product = state.Product.Known,
            Package = state.Package,
            Location = state.Location,
            Period = state.Period,
            Options = state.Options,
            IsForPrice = true,
        };
        var desk = new OrderPreparation(current.Session.Catalogue, context.Diagnostics, context.CancellationToken);
        if (await desk.ResolveAsync(arguments) is not { } request)
        {
            return;
        }

        var quote = await desk.QuoteAsync(request, arguments);
        (state.MonthlyNet, state.MonthlyGross, state.HourlyGross) = (quote.MonthlyNet, quote.MonthlyGross, quote.HourlyGross);
        (state.SetupGross, state.DueTodayGross, state.Currency) = (quote.SetupGross, quote.DueTodayGross, quote.Currency);
    }
}
