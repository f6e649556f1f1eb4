namespace Dashserv.Simulator.Products;

/// <summary>What can be seen of a product whose order already names it but is not <c>okay</c> yet.</summary>
public enum InstallingProducts
{
    /// <summary>Nothing: it is not found.</summary>
    Hidden,

    /// <summary>It answers under its uuid, with status installing, and is in no list.</summary>
    ByUuid,

    /// <summary>It is listed too.</summary>
    Listed,
}
