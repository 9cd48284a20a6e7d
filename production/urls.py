from django.urls import path

from . import views

app_name = "bench"

urlpatterns = [
    path("", views.work_list, name="list"),
    path("<int:pk>/", views.work_order, name="work_order"),
    path("<int:pk>/move/", views.move_stage, name="move"),
    path("<int:pk>/ask-again/", views.ask_again, name="ask_again"),
    path("<int:pk>/<slug:kind>-r<int:revision>.pdf", views.document, name="document"),
]
