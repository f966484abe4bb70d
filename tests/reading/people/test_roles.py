"""Roles: what the organ's name ends in decides, not what it contains."""

import pytest

from tests.reading.facts import people_in


@pytest.mark.parametrize(
    ("body", "paper", "role"),
    [
        ("普兰店区副区长王小明说，任务完成了。", "大连日报", "official"),
        ("县供销合作社联合社主任王小明说，网点开到村里。", "晋中日报", "official"),
        ("县合作社理事长王小明说，今年丰收。", "晋中日报", "executive"),
        ("某集团党委书记、董事长王小明说，设备到了。", "晋中日报", "executive"),
        ("园区总经理王小明说，设备到了。", "晋中日报", "executive"),
        ("学校教学楼封顶。校党委副书记王小明说，设备到了。", "晋中日报", "expert"),
        ("县医院党委书记王小明说，设备到了。", "晋中日报", "expert"),
        ("县农业农村局高级农艺师王小明说，苗情很好。", "晋中日报", "expert"),
        ("市委党校校长王小明说，课程更新了。", "晋中日报", "official"),
        ("县人民法院办公室主任王小明说，程序简化了。", "晋中日报", "official"),
        ("某大学办公室主任王小明说，程序简化了。", "晋中日报", "expert"),
        ("左权县人民法院揭牌成立调解室。院长王小明颁发聘书。", "晋中日报", "official"),
        ("左权县人民医院揭牌成立新院区。院长王小明颁发聘书。", "晋中日报", "executive"),
        ("市政协委员、晋中某某公司董事长王小明说，设备到了。", "晋中日报", "executive"),
        ("市政协副主席王小明说，设备到了。", "晋中日报", "official"),
        ("市残联理事长王小明说，设备到了。", "晋中日报", "official"),
        ("市政务服务中心负责人王小明说，窗口少了。", "晋中日报", "official"),
        ("左权县的检测中心刚建成。中心负责人王小明说，设备到了。", "晋中日报", "executive"),
        ("左权县的物流园刚建成。物流园负责人王小明说，设备到了。", "晋中日报", "executive"),
        ("左权县的医共体刚建成。医疗中心主任王小明说，设备到了。", "晋中日报", "expert"),
        ("左权县的石膏厂刚建成。车间主任王小明说，设备到了。", "晋中日报", "executive"),
        ("麻田派出所开展宣讲。所长王小明颁发聘书。", "晋中日报", "official"),
    ],
)
def test_the_end_of_an_organ_tells_the_role(body: str, paper: str, role: str) -> None:
    assert people_in(body, paper)["王小明"].role == role
