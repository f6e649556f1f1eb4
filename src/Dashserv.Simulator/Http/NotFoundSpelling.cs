namespace Dashserv.Simulator.Http;

/// <summary>How "not found" is spelt: the reference's table and its sample disagree.</summary>
public enum NotFoundSpelling
{
    /// <summary><c>ressource_not_found</c> for products, <c>resource_not_found</c> for all else.</summary>
    Mixed,

    /// <summary>Always <c>resource_not_found</c>.</summary>
    Resource,

    /// <summary>Always <c>ressource_not_found</c>.</summary>
    Ressource,
}
