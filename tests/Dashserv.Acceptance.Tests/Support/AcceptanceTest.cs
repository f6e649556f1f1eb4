namespace Dashserv.Acceptance.Tests.Support;

/// <summary>What scenarios share: the CLIs to run on.</summary>
public abstract class AcceptanceTest
{
    /// <summary>For theories: every scenario is for both, and means the same on both.</summary>
    public static TheoryData<string> Clis { get; } = [Cli.Terraform, Cli.OpenTofu];
}
