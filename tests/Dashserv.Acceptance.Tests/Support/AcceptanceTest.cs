namespace Dashserv.Acceptance.Tests.Support;

/// <summary>What scenarios share: the CLIs to run on.</summary>
public abstract class AcceptanceTest
{
    public static TheoryData<string> Clis => Cli.All;
}
