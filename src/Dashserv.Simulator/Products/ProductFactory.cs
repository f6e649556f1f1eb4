namespace Dashserv.Simulator.Products;

/// <summary>Makes the product that an order asked for.</summary>
internal static class ProductFactory
{
    public static Product Create(Simulation world, Order order)
    {
        var request = order.Request;
        var quote = new Quote(request);
        var payment = new Payment(world, order.Account, request.Period, order.Created) { Price = quote.Gross, Multiplier = quote.Multiplier };
        if (world.Models.ByProduct(request.Form.Name) is { } model)
        {
            return Dedicated(world, order, model, payment);
        }

        return request.Form.Name.Split(':')[0] == "webhosting" ? Hosting(world, order, payment) : Virtual(world, order, payment);
    }

    private static Vserver Virtual(Simulation world, Order order, Payment payment)
    {
        var request = order.Request;
        return new(world, order.Account, request.Form.Name, request.Location, payment)
        {
            // A form that does not ask for a name leaves it to the API.
            Name = request.Meaning(OptionRole.Name) ?? $"vserver-{order.Uuid}",
            Status = "INSTALLING",
            Cores = request.Package?.Cores ?? request.Number(OptionRole.Cores),
            Ram = request.Package?.Ram ?? request.Number(OptionRole.Ram),
            Disk = request.Package?.Disk ?? request.Number(OptionRole.Disk),
            Image = VserverImage.Find(request.Meaning(OptionRole.Image)!)!,
        };
    }

    private static DedicatedServer Dedicated(Simulation world, Order order, DedicatedServerModel model, Payment payment) =>
        new(world, order.Account, model, order.Request.Location, payment)
        {
            Name = $"kd{order.Account.Customer}",
            Status = "installing",
            OrderedTemplate = order.Request.Meaning(OptionRole.Template) is { } key ? DedicatedTemplate.Find(key) : null,
        };

    private static Webhosting Hosting(Simulation world, Order order, Payment payment) =>
        new(world, order.Account, order.Request.Location, payment, order.Request.Data)
        {
            Name = order.Request.Meaning(OptionRole.Name)!,
            Status = "installing",
        };
}
