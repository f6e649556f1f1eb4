using Dashserv.Api.Models;
using Dashserv.Provider.Text;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Ordering.Matching;

/// <summary>
/// Turns what a user wants into what the live order form sends: every option, also hidden and unchangeable ones. Whatever
/// does not fit becomes a diagnostic on the attribute, with what the form allows.
/// </summary>
internal sealed class OrderResolver(OrderForm form, OrderArguments arguments, IReadOnlyList<IReadOnlyList<string>> operatingSystems, Diagnostics diagnostics)
{
    /// <summary>What an order sends the period as.</summary>
    public const string PeriodField = "interval";
    public const string LocationField = "location";

    private readonly OrderFields _fields = new();

    /// <summary>The order; null where something is wrong (see the diagnostics) or only known after apply.</summary>
    public OrderRequest? Resolve()
    {
        var errorsBefore = diagnostics.Count(d => d.Severity == Severity.Error);
        if (!form.IsAvailable && !arguments.IsForExisting)
        {
            diagnostics.Error(
                arguments.ProductAttribute, "The product cannot be ordered now",
                $"dashserv's order form says that {form.DisplayName ?? form.Name} is not available at present.");
        }

        AddPackage();
        new OptionResolver(form, arguments, operatingSystems, _fields, diagnostics).Resolve();
        var finder = new PlaceAndPeriod(form, arguments.IsForExisting, diagnostics);
        var (location, period) = (finder.FindLocation(arguments.Location), finder.FindPeriod(arguments.Period));
        Add(LocationField, location?.Uuid, isUnknown: location is null);
        if (form.Periods.Count > 0)
        {
            Add(PeriodField, period?.Uuid, arguments.Period.IsUnknown);
        }

        var isWrong = diagnostics.Count(d => d.Severity == Severity.Error) > errorsBefore;
        return isWrong ? null : _fields.ToRequest(arguments.Product, period);
    }

    private void AddPackage()
    {
        if (!form.HasPackages)
        {
            if (arguments.Package.IsKnown)
            {
                diagnostics.Error(
                    "package", "No packages",
                    $"{form.Name} is not sold in packages. Leave package out and set cores, ram and disk, or order product \"vserver\".");
            }

            return;
        }

        if (arguments.Package.IsNull)
        {
            diagnostics.Error(
                "package", "A package is needed", $"{form.Name} is sold in packages. Allowed: {OptionProblem.List(form.Packages.Select(p => p.Name))}.");
            return;
        }

        var found = arguments.Package.IsKnown ? Matches.Find(form.Packages, arguments.Package.Known, p => [p.Name]) : [];
        if (arguments.Package.IsKnown && found.Count != 1)
        {
            diagnostics.Error(
                "package", "No such package",
                $"{form.Name} has no package \"{arguments.Package.Known}\". Allowed: {OptionProblem.List(form.Packages.Select(p => p.Name))}.");
            return;
        }

        Add("package", found.Count == 1 ? found[0].Name : null, arguments.Package.IsUnknown);
    }

    private void Add(string key, string? value, bool isUnknown)
    {
        _fields.Add(key, value);
        if (isUnknown)
        {
            _fields.LeaveOpen();
        }
    }
}
