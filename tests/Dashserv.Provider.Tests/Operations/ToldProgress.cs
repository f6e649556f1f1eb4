namespace Dashserv.Provider.Tests.Operations;

/// <summary>What was told of how far something is.</summary>
internal sealed class ToldProgress : IProgress<string>
{
    public List<string> Lines { get; } = [];

    public void Report(string value) => Lines.Add(value);
}
