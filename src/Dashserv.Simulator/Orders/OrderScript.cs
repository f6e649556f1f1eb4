using System.Text.Json.Serialization;

namespace Dashserv.Simulator.Orders;

/// <summary>What becomes of orders to come, instead of <c>installing</c> and then <c>okay</c>.</summary>
public sealed record OrderScript
{
    /// <summary>Which products' orders (a glob); null is all.</summary>
    public string? Product { get; init; }

    /// <summary>For how many orders; 0 is for ever.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How it ends: <c>okay</c>, <c>error</c>, <c>cancelled</c>; any other word is shown instead of <c>installing</c> and never ends by itself.</summary>
    public string Status { get; init; } = "okay";

    /// <summary>Why, with <c>error</c>.</summary>
    public string? StatusData { get; init; }

    /// <summary>First <c>wait_for_host</c>, for so long.</summary>
    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? WaitForHost { get; init; }

    /// <summary>How long the installation takes, instead of the world's setting.</summary>
    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? Deployment { get; init; }
}
