using TerraformPlugin.Hosting;
using TerraformPlugin.TestPlugin;

return await PluginProcess.RunAsync(args, TestProvider.Description, TestProvider.Methods);
