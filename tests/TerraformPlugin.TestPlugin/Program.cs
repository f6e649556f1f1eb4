using TerraformPlugin.Hosting;
using TerraformPlugin.TestPlugin;

var time = Environment.GetEnvironmentVariable("TEST_PLUGIN_HURRY") == "1" ? new HurriedTime() : TimeProvider.System;
return await new PluginProcess(TestProvider.Description, TestProvider.Create, time).RunAsync(args);
