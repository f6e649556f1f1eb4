using Dashserv.Api.Secrets;
using Dashserv.Provider.BackupRestores;
using Dashserv.Provider.Backups;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.DedicatedServers;
using Dashserv.Provider.Failures;
using Dashserv.Provider.OrderForms;
using Dashserv.Provider.Products;
using Dashserv.Provider.ScheduledTasks;
using Dashserv.Provider.VserverPasswords;
using Dashserv.Provider.Vservers;
using Microsoft.Extensions.Logging;
using TerraformPlugin.Authoring;
using TerraformPlugin.Schema;
using TerraformPlugin.Values;

namespace Dashserv.Provider;

/// <summary>The table of contents: everything the provider has, and how it is configured.</summary>
internal sealed class DashservProvider : Provider<ProviderModel>
{
    private readonly SessionFactory _sessions;
    private readonly CurrentSession _current = new();
    private readonly Redactor _redactor = new();

    public DashservProvider(ILoggerFactory loggers, TimeProvider time, Func<string, string?>? environment = null)
    {
        _sessions = new SessionFactory(loggers.CreateLogger("provider"), time, environment ?? Environment.GetEnvironmentVariable, _redactor);

        Resources.Add("dashserv_backup", () => new BackupResource(_current));
        Resources.Add("dashserv_backup_restore", () => new BackupRestoreResource(_current));
        Resources.Add("dashserv_dedicated_server", () => new DedicatedServerResource(_current, new DedicatedServerNoun()));
        Resources.Add("dashserv_product", () => new ProductResource(_current, new ProductNoun()));
        Resources.Add("dashserv_scheduled_task", () => new ScheduledTaskResource(_current));
        Resources.Add("dashserv_vserver", () => new VserverResource(_current, new VserverNoun()));
        Resources.Add("dashserv_vserver_password", () => new VserverPasswordResource(_current));

        DataSources.Add("dashserv_order_form", () => new OrderFormDataSource(_current));
        DataSources.Add("dashserv_quote", () => new QuoteDataSource(_current));
        DataSources.Add("dashserv_vserver", () => new VserverDataSource(_current));
        DataSources.Add("dashserv_vserver_images", () => new VserverImagesDataSource(_current));
        DataSources.Add("dashserv_vservers", () => new VserversDataSource(_current));
    }

    public override Schema<ProviderModel> Schema { get; } = new(
        "Orders, changes and terminates what the hosting company [dashserv](https://dashserv.io) offers.", ProviderModel.Table);

    public override Diagnostic? Explain(Exception exception) => FailureTranslator.Explain(exception);

    public override string Redact(string text) => _redactor.Clean(text);

    protected override Task ValidateAsync(ValidateContext<ProviderModel> context)
    {
        ProviderChecks.Run(context.Config, context.Diagnostics);
        return Task.CompletedTask;
    }

    protected override Task ConfigureAsync(ConfigureContext<ProviderModel> context)
    {
        ProviderChecks.Run(context.Config, context.Diagnostics);
        if (!context.Diagnostics.HasErrors)
        {
            _current.Replace(_sessions.Open(context.Config, context.TerraformVersion, context.Diagnostics));
        }

        return Task.CompletedTask;
    }
}
