namespace WebKv.Server.Tests.Doors;

/// <summary>Every operation has the same outcome through each door.</summary>
public sealed class DoorTests(DoorFixture doors) : IClassFixture<DoorFixture>
{
    public static TheoryData<string, string> CasesByDoor =>
    [
        .. from @case in DoorCase.All
           from door in Door.Names
           select new TheoryDataRow<string, string>(@case.Name, door),
    ];

    [Theory]
    [MemberData(nameof(CasesByDoor))]
    public Task Case_ThroughDoor_HasTheSameOutcome(string name, string door) =>
        DoorCase.All.Single(@case => @case.Name == name).Run(doors.Open(door));
}
