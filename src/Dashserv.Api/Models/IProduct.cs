namespace Dashserv.Api.Models;

/// <summary>What the API says of every product, whatever its kind.</summary>
public interface IProduct
{
    /// <summary>Its id.</summary>
    string Uuid { get; }

    /// <summary>Its name, where it has one.</summary>
    string? Name { get; }

    /// <summary>The API's word in lower case, such as <c>okay</c>.</summary>
    string? Status { get; }

    /// <summary>The number of the customer that it belongs to.</summary>
    string? Customer { get; }

    /// <summary>When it was made.</summary>
    DateTimeOffset? CreatedAt { get; }

    /// <summary>What it is billed.</summary>
    Payment? Payment { get; }

    /// <summary>Where it runs.</summary>
    Location? Location { get; }
}
