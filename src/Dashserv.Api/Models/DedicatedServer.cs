using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>A dedicated server (API reference, Dedicated server / Get single).</summary>
public sealed record DedicatedServer : IProduct
{
    /// <summary>The product's id.</summary>
    public required string Uuid { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>State of the product, always lower case, such as <c>okay</c>. Not the power state.</summary>
    public string? Status { get; init; }

    /// <inheritdoc/>
    public string? Customer { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How it is paid for.</summary>
    public Payment? Payment { get; init; }

    /// <summary>The machine, once there is one.</summary>
    public Device? Device { get; init; }

    /// <summary>Where its device stands.</summary>
    public Location? Location => Device?.Location;

    internal static DedicatedServer Read(WireValue json) => new()
    {
        Uuid = json["uuid"].RequiredId(),
        Name = json["name"].Text(),
        Status = json["status"].Text()?.ToLowerInvariant(),
        Customer = Payment.CustomerOf(json),
        CreatedAt = json["unix"].Time(),
        Payment = json["payment"].Optional(Payment.Read),
        Device = json["device"].Optional(Device.Read),
    };
}
