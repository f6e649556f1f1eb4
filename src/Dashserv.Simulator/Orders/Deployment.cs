namespace Dashserv.Simulator.Orders;

/// <summary>From an order to its product: waiting for a host, installing, naming the product, done or failed.</summary>
internal sealed class Deployment(Simulation world, Order order, OrderScript script)
{
    private readonly int _turn = ++order.Turn;

    public void Begin(bool waitForStock = false)
    {
        if (script.WaitForHost is null && !waitForStock)
        {
            Install();
            return;
        }

        order.Status = "wait_for_host";
        // Without a time it waits until it is told that the hardware is there.
        if (script.WaitForHost is { } time)
        {
            After(time, Install);
        }
    }

    public void Fulfil()
    {
        order.Status = "okay";
        order.Ready = world.Now;
        HandOver();
    }

    /// <summary>Ends the order otherwise than well.</summary>
    public void End(string status, string? data)
    {
        (order.Status, order.StatusData) = (status, data);
        if (script.LeavesProduct)
        {
            HandOver();
        }
    }

    private void HandOver()
    {
        var product = Reveal();
        product.Deliver(world.Now);
        product.Listed = true;
        world.Products.Add(product);
    }

    private void Install()
    {
        var time = script.Deployment ?? world.Options.DeploymentTime;
        var ends = script.Status is "okay" or "error" or "cancelled";
        order.Status = ends ? "installing" : script.Status;
        if (script.Status == "okay")
        {
            After(world.Options.ProductUuidAfter < time ? world.Options.ProductUuidAfter : time, () => Reveal());
            After(time, Fulfil);
        }
        else if (ends)
        {
            After(time, () => End(script.Status, script.StatusData));
        }
    }

    private Product Reveal()
    {
        if (order.Product is { } known)
        {
            return known;
        }

        var product = order.Product = ProductFactory.Create(world, order);
        if (world.Options.InstallingProducts != InstallingProducts.Hidden)
        {
            product.Listed = world.Options.InstallingProducts == InstallingProducts.Listed;
            world.Products.Add(product);
        }

        return product;
    }

    private void After(TimeSpan time, Action action) => world.After(time, () =>
    {
        if (order.Turn == _turn)
        {
            action();
        }
    });
}
