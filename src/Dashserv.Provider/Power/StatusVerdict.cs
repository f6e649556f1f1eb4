namespace Dashserv.Provider.Power;

/// <summary>What a status word of the API's says of what it names.</summary>
internal enum StatusVerdict
{
    /// <summary>Nothing, or a word that is not known.</summary>
    Unknown,

    Running,

    Succeeded,

    Failed,
}
