using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;

namespace TerraformPlugin.TestPlugin;

/// <summary>Exists at once, and is waited for until the call is cancelled; then its state says so.</summary>
internal sealed class OrderResource(ILogger logger) : Resource<OrderModel>
{
    public override Schema<OrderModel> Schema { get; } = new("An order.", OrderModel.Table);

    protected override async Task CreateAsync(ApplyContext<OrderModel> context)
    {
        context.State = new OrderModel { Status = "placed" };
        // Whoever tests what becomes of a running call waits for this line.
        logger.LogInformation("waiting");
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.State.Status = "stopped";
    }

    protected override Task ReadAsync(ReadContext<OrderModel> context) => Task.CompletedTask;

    protected override Task UpdateAsync(ApplyContext<OrderModel> context) => Task.CompletedTask;

    protected override Task DeleteAsync(ApplyContext<OrderModel> context) => Task.CompletedTask;

    protected override Task ImportAsync(ImportContext<OrderModel> context) => Task.CompletedTask;
}
