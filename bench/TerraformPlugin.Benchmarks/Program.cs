using BenchmarkDotNet.Running;
using TerraformPlugin.Benchmarks;

BenchmarkSwitcher.FromTypes([typeof(MessagePackCodec)]).Run(args);
