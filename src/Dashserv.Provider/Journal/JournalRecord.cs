namespace Dashserv.Provider.Journal;

/// <summary>An order as it is kept beside the state's data until the state surely has it. It holds no secret.</summary>
public sealed record JournalRecord
{
    /// <summary>Equal for orders of the same, from the same place, workspace and endpoint.</summary>
    public required string Key { get; init; }

    /// <summary>The process that sent it.</summary>
    public required string Run { get; init; }

    /// <summary>The number of the customer, where it was known.</summary>
    public string? Customer { get; init; }

    /// <summary>A digest of the token.</summary>
    public required string Token { get; init; }

    /// <summary>When it was sent, by the API's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>The name that was made up for it, where the user gave none.</summary>
    public required string Name { get; init; }

    /// <summary>The ids of what there was before, and of what other orders of that process became: what this one became is none of them.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>The order's id, as soon as it is known.</summary>
    public string? Order { get; init; }

    /// <summary>The product's id, where the answer was lost and it was found.</summary>
    public string? Product { get; init; }

    /// <summary>Whether Terraform was told of it and may have saved that: then it is never taken up, only warned of.</summary>
    public bool IsTold { get; init; }
}
