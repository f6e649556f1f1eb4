using System.Text.Json;
using Dashserv.Api.Json;

namespace Dashserv.Api.Models;

/// <summary>Whom the token belongs to. Not in the reference; the vendor's own client reads it.</summary>
public sealed record AccountUser
{
    /// <summary>The customer's number or name, as the API writes it.</summary>
    public string? Customer { get; init; }

    /// <summary>The account's balance in EUR.</summary>
    public decimal? Balance { get; init; }

    internal static AccountUser Read(WireValue json) => new()
    {
        Customer = json["customer"].Kind switch
        {
            JsonValueKind.Object => json["customer"].Forgiving["number"].Text() ?? json["customer"].Forgiving["id"].Text(),
            JsonValueKind.Array => null,
            _ => json["customer"].Text(),
        },
        Balance = json["balance"].Kind == JsonValueKind.Object ? json["balance"]["amount"].Number() : json["balance"].Number(),
    };
}
