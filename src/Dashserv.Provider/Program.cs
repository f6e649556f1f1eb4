using Dashserv.Provider;
using Dashserv.Provider.Configuration;
using TerraformPlugin.Hosting;

return await ProviderHost.RunAsync(args, About.Description, loggers => new DashservProvider(loggers, TimeProvider.System));
