using System.Text.Json.Serialization;

namespace Dashserv.Simulator.Orders;

/// <summary>What becomes of orders to come, instead of <c>installing</c> and then <c>okay</c>.</summary>
public sealed record OrderScript
{
    // Settable, not init-only: generated JSON code would overwrite the defaults of init-only properties that the JSON leaves out.

    /// <summary>Which products' orders (a glob); null is all.</summary>
    public string? Product { get; set; }

    /// <summary>For how many orders; 0 is for ever.</summary>
    public int Times { get; set; } = 1;

    /// <summary>How it ends: <c>okay</c>, <c>error</c>, <c>cancelled</c>; any other word is shown instead of <c>installing</c> and never ends by
    /// itself.</summary>
    public string Status { get; set; } = "okay";

    /// <summary>Why, with <c>error</c>.</summary>
    public string? StatusData { get; set; }

    /// <summary>With <c>error</c> or <c>cancelled</c>: whether the order has a product all the same.</summary>
    public bool LeavesProduct { get; set; }

    /// <summary>First <c>wait_for_host</c>, for so long.</summary>
    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? WaitForHost { get; set; }

    /// <summary>How long the installation takes, instead of the world's setting.</summary>
    [JsonConverter(typeof(DurationJsonConverter))]
    public TimeSpan? Deployment { get; set; }
}
