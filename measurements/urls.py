from django.urls import path

from measurements import views

app_name = "measurements"

urlpatterns = [
    path("", views.edit, name="edit"),
    path("picture/<slug:name>.svg", views.picture, name="picture"),
]
