namespace Dashserv.Simulator.Forms;

/// <summary>All order forms of one world, by the name they are ordered under.</summary>
internal sealed class FormCatalog
{
    private readonly Dictionary<string, ProductForm> _forms;

    public FormCatalog(SimulatorOptions options, DedicatedModels models)
    {
        var locations = Location.All(options.Locations);
        _forms = new List<ProductForm>
        {
            VserverForms.Configured(options.FormStyle, locations),
            VserverForms.Packages(options.FormStyle, locations),
            WebhostingForm.Create(locations),
            WebhostingForm.Packaged(locations),
        }
        .Concat(models.All.Select(m => DedicatedServerForms.For(m, options.FormStyle, locations)))
        .ToDictionary(f => f.Name, StringComparer.Ordinal);
        Locations = locations;
    }

    public IReadOnlyList<Location> Locations { get; }

    public ProductForm? Find(string name) => _forms.GetValueOrDefault(name);

    public void Replace(ProductForm form) => _forms[form.Name] = form;
}
