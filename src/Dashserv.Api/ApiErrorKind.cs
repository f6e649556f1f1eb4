namespace Dashserv.Api;

/// <summary>What went wrong, as far as a caller can act on it.</summary>
public enum ApiErrorKind
{
    /// <summary>The API says the thing does not exist (any more). Nothing else means gone.</summary>
    Gone,

    /// <summary>There is no such URL (HTTP 404): most likely a wrong endpoint. Never a sign that something is gone.</summary>
    InvalidRoute,

    /// <summary>The API has the URL, but does not take that method at it (HTTP 405): the endpoint is right.</summary>
    InvalidMethod,

    /// <summary>The token is missing, wrong or revoked.</summary>
    Unauthenticated,

    /// <summary>The token is another customer's than it has to be (<see cref="DashservClientOptions.CustomerId"/>). Nothing was sent.</summary>
    WrongAccount,

    /// <summary>The token is known, but may not do this.</summary>
    Forbidden,

    /// <summary>Something in between refused, such as a proxy or firewall: the answer is not the API's.</summary>
    Blocked,

    /// <summary>The API understood and refused; <see cref="ApiException.Word"/> says why.</summary>
    Rejected,

    /// <summary>One of the values sent is missing or wrong; <see cref="ApiException.Field"/> names it.</summary>
    InvalidField,

    /// <summary>Too many requests, also after all retries. The request had no effect.</summary>
    RateLimited,

    /// <summary>The answer was lost, or is no answer of the API: the request may or may not have had its effect.</summary>
    OutcomeUnknown,

    /// <summary>Nothing was sent: no address, no connection, or no trust in the server's certificate.</summary>
    Unreachable,

    /// <summary>The API answered JSON that is not the documented shape.</summary>
    UnexpectedAnswer,

    /// <summary>The answer is longer than <see cref="DashservClientOptions.MaxAnswerBytes"/>.</summary>
    TooLarge,

    /// <summary>The server wants to send us elsewhere. Never followed, for the token would go along.</summary>
    Redirected,
}
