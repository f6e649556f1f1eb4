using CoreHarness;
using Dashserv.Simulator;
using Dashserv.Simulator.Faults;
using TerraformPlugin.Values;

namespace Dashserv.Provider.Tests.Support;

/// <summary>One call of a resource's operation: how to get there, and what is told when it fails.</summary>
internal sealed record CallCase(string Name, CaseStage Stage, string Call, string Summary, string Standing)
{
    /// <summary>What such a request is called in the journal.</summary>
    public const string Struck = "struck";

    /// <summary>A resource, and the configuration that is planned or applied. Whatever it does is done before the failure.</summary>
    public required Func<ProviderWorld, Task<(ResourceInstance Resource, Config Config)>> Arrange { get; init; }

    /// <summary>How many such calls pass first.</summary>
    public int Skip { get; init; }

    /// <summary>Fields that tell the call from others of its path.</summary>
    public IReadOnlyDictionary<string, string?>? Body { get; init; }

    /// <summary>The attribute that is to blame.</summary>
    public string On { get; init; } = "";

    /// <summary>What is told where the request as such is refused, if that is something else.</summary>
    public (string Summary, string On)? OfTheRequest { get; init; }

    /// <summary>What is told where the answer is "gone"; null where that is no failure, or means more than this call.</summary>
    public (string Summary, string On, string Told)? Gone { get; init; }

    /// <summary>What is to be done next, where this is not the failure's affair.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the call's answer is never quoted.</summary>
    public bool IsSecret { get; init; }

    public Severity Severity { get; init; } = Severity.Error;

    public StateAfter After { get; init; }

    /// <summary>How many requests that do something are sent at all.</summary>
    public int Writes { get; init; }

    /// <summary>Whether the same goes well once the API answers again.</summary>
    public bool Recovers { get; init; } = true;

    /// <summary>Failures that mean something else to this call, which has tests of its own for them.</summary>
    public Func<ApiFailing, bool> Except { get; init; } = _ => false;

    public bool PlanChecks { get; init; }

    public int Retries { get; init; }

    public SimulatorOptions? Options { get; init; }

    public bool DoesSomething => Method != "GET" && Body?.GetValueOrDefault("calculate") is null;

    public string Method => Call[..Call.IndexOf(' ', StringComparison.Ordinal)];

    public string Path => Call[(Call.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    public FaultRule Strike(ApiFailing failing) => failing.Fault with { Name = Struck, Method = Method, Path = Path, Body = Body, Skip = Skip, Times = 0 };

    public override string ToString() => Name;
}
