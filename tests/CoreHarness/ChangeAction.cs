namespace CoreHarness;

/// <summary>What a plan does.</summary>
public enum ChangeAction
{
    NoOp,
    Create,
    Update,
    Replace,
    Delete,
}
