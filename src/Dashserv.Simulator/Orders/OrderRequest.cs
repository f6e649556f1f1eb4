namespace Dashserv.Simulator.Orders;

/// <summary>
/// The form's questions answered, checked one by one in the form's order: every option must be there, also the hidden and the
/// unchangeable ones, then the location and the period.
/// </summary>
internal sealed record OrderRequest(
    ProductForm Form, FormPackage? Package, IReadOnlyList<Chosen> Options, Location Location, Period? Period, IReadOnlyDictionary<string, string> Data)
{
    public static OrderRequest Read(ProductForm form, Account account, IReadOnlyDictionary<string, string> fields)
    {
        var data = fields.Where(f => f.Key.StartsWith("data[", StringComparison.Ordinal) && f.Key.EndsWith(']'))
            .ToDictionary(f => f.Key[5..^1], f => f.Value, StringComparer.Ordinal);
        var package = form.Packages.Count == 0 ? null : ChoosePackage(form, Required(data, "package"));
        var options = form.Options.Select(o => o.Choose(Required(data, o.Name))).ToList();
        var location = Required(data, "location") is var place && form.Locations.FirstOrDefault(l => l.Uuid == place) is { } found
            ? found
            : throw ApiRefusal.Invalid("location", place, "invalid_location");
        return new(form, package, options, location, ChoosePeriod(account, data), data);
    }

    /// <summary>The value of the option that means this to the product, whatever its name; null where the form has none.</summary>
    public string? Meaning(OptionRole role) => Options.FirstOrDefault(o => o.Option.Role == role)?.Means;

    public int Number(OptionRole role) => int.Parse(Meaning(role)!, CultureInfo.InvariantCulture);

    private static FormPackage ChoosePackage(ProductForm form, string name) =>
        form.Packages.FirstOrDefault(p => p.Name == name) ?? throw ApiRefusal.Invalid("package", name, "invalid_option");

    /// <summary>Resellers are billed by the hour: they may leave the period out, and one they send is checked and has no effect.</summary>
    private static Period? ChoosePeriod(Account account, Dictionary<string, string> data)
    {
        if (account.IsHourly && !data.ContainsKey("interval"))
        {
            return null;
        }

        var uuid = Required(data, "interval");
        var period = Dashserv.Simulator.Forms.Period.All.FirstOrDefault(p => p.Uuid == uuid) ?? throw ApiRefusal.Invalid("interval", uuid, "invalid_interval");
        return account.IsHourly ? null : period;
    }

    private static string Required(Dictionary<string, string> data, string name) =>
        data.TryGetValue(name, out var value) && value.Length > 0 ? value : throw ApiRefusal.Empty(name);
}
