namespace Dashserv.Provider.Tests.Support;

/// <summary>What Terraform does when a call fails. What is applied or destroyed was planned while all was well.</summary>
internal enum CaseStage
{
    Plan,
    Apply,
    Refresh,
    Destroy,
}
